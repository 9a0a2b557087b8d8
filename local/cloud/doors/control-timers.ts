/** The timers at the door of the tools. */
import type { Routes } from './control-route'
import { answer, bodyOf, plainError } from './door'

export const TIMER_ROUTES: Routes = {
  'GET timers': (_request, { timers }) => answer({ on: timers.on, timers: timers.list() }),
  'POST timers/run': async (request, { timers }) => {
    const { function: name } = bodyOf(request)
    if (typeof name !== 'string') return plainError(400, 'the body needs the name of a function')
    const run = await timers.runNow(name)
    return run ? answer({ run }) : plainError(404, `${name} has no timer that is in order`)
  },
  'POST timers/settle': async (_request, { timers }) => {
    await timers.settled()
    return answer({ ok: true })
  },
}
