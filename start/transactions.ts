import db from '@adonisjs/lucid/services/db'
import { makeCommitsHonest } from '#core/honest_commits'

makeCommitsHonest(db.connection())
