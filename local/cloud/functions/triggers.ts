/**
 * The timer triggers that the functions' config.json files declare, and what is wrong with them.
 * Invariant: a trigger that the platform would refuse to upload is listed with its problem and never due.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Strictness } from '../strictness'
import { type Cron, CronError, parseCron } from './cron'

export interface Trigger {
  function: string
  name: string
  config: string
  cron?: Cron
  problem?: string
}

interface Declared {
  name?: unknown
  type?: unknown
  config?: unknown
}

const NAME = /^[A-Za-z][\w-]{0,59}$/

export function readTriggers(functionsDir: string, strict: Strictness): Trigger[] {
  if (!existsSync(functionsDir)) return []
  return readdirSync(functionsDir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(path.join(functionsDir, entry.name, 'index.js')))
    .flatMap((entry) => triggersOf(functionsDir, entry.name, strict))
    .sort((a, b) => (a.function < b.function ? -1 : 1))
}

function triggersOf(functionsDir: string, functionName: string, strict: Strictness): Trigger[] {
  const file = path.join(functionsDir, functionName, 'config.json')
  if (!existsSync(file)) return []
  const triggers = declaredIn(file)
  if (!Array.isArray(triggers))
    return [{ function: functionName, name: '', config: '', problem: 'config.json has no list of triggers' }]
  return (triggers as Declared[]).map((declared, i) =>
    i > 0 && strict.oneTrigger
      ? { ...named(functionName, declared), problem: 'a function has one trigger only' }
      : readTrigger(named(functionName, declared), declared, strict),
  )
}

function declaredIn(file: string): unknown {
  try {
    return (JSON.parse(readFileSync(file, 'utf8')) as { triggers?: unknown }).triggers ?? []
  } catch (error) {
    // Somebody is in the middle of writing it; its function says the same when it is invoked.
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

function named(functionName: string, { name, config }: Declared): Trigger {
  return {
    function: functionName,
    name: typeof name === 'string' ? name : '',
    config: typeof config === 'string' ? config : '',
  }
}

function readTrigger(trigger: Trigger, { type }: Declared, strict: Strictness): Trigger {
  if (type !== 'timer') return { ...trigger, problem: `a trigger is of type timer, not ${String(type)}` }
  if (strict.triggerName && !NAME.test(trigger.name)) {
    const problem = `a name of at most 60 letters, digits, - and _ begins with a letter: ${trigger.name || 'none'}`
    return { ...trigger, problem }
  }
  try {
    return { ...trigger, cron: parseCron(trigger.config) }
  } catch (error) {
    if (error instanceof CronError) return { ...trigger, problem: error.message }
    throw error
  }
}
