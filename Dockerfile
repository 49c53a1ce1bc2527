# The image of web, worker and the one-off commands of a production installation.
# Not tried: no container engine was at hand where this was written. What it runs was: `npm ci`,
# `node ace build`, and `node bin/server.js` from the build folder.
FROM node:24-bookworm-slim AS build
WORKDIR /src
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN node ace build

FROM node:24-bookworm-slim
ENV NODE_ENV=production TZ=UTC HOST=0.0.0.0 PORT=3333 STORAGE_DIR=/var/lib/diwan
WORKDIR /app
COPY --from=build /src/build ./
RUN npm ci --omit=dev --no-audit --no-fund && mkdir -p /var/lib/diwan && chown node:node /var/lib/diwan
USER node
EXPOSE 3333
CMD ["node", "bin/server.js"]
