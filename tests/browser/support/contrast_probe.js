/**
 * Runs inside the page (see contrast.ts): paints each text's colours on a canvas and reads them back.
 */
;(() => {
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = 1
  const pen = canvas.getContext('2d', { willReadFrequently: true })

  /** The colours laid over each other from the back, as the screen shows them. */
  const painted = (layers) => {
    pen.globalCompositeOperation = 'source-over'
    pen.fillStyle = '#ffffff'
    pen.fillRect(0, 0, 1, 1)
    for (const layer of layers) {
      pen.fillStyle = layer
      pen.fillRect(0, 0, 1, 1)
    }
    const [red, green, blue] = pen.getImageData(0, 0, 1, 1).data
    return [red, green, blue]
  }
  const light = (colour) => {
    const [red, green, blue] = colour.map((part) => {
      const share = part / 255
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }
  const grounds = (element) => {
    const layers = []
    for (let at = element; at; at = at.parentElement) {
      const style = getComputedStyle(at)
      if (style.backgroundImage !== 'none') return []
      layers.unshift(style.backgroundColor)
    }
    return layers
  }

  const found = []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const seen = new Set()
  while (walker.nextNode()) {
    const text = walker.currentNode.textContent.trim()
    const element = walker.currentNode.parentElement
    if (!text || seen.has(element) || element.closest('script, style, svg, noscript')) continue
    seen.add(element)
    const box = element.getBoundingClientRect()
    if (!box.width || !box.height || !element.checkVisibility({ checkOpacity: true })) continue
    if (element.closest('[hidden], details:not([open]) > :not(summary)')) continue
    const layers = grounds(element)
    if (layers.length === 0) continue
    const style = getComputedStyle(element)
    const ground = painted(layers)
    const ink = painted([...layers, style.color])
    const [bright, dark] = [light(ground), light(ink)].sort((a, b) => b - a)
    const ratio = (bright + 0.05) / (dark + 0.05)
    const size = Number.parseFloat(style.fontSize)
    const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700)
    const needed = large ? 3 : 4.5
    if (ratio < needed - 0.01) {
      found.push({
        text: text.slice(0, 40),
        ratio: Math.round(ratio * 100) / 100,
        needed,
        place: `${element.tagName.toLowerCase()}.${[...element.classList].join('.')}`,
      })
    }
  }
  return found
})()
