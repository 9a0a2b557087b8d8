/** A bar with rate and time left: redrawn on a terminal, a line now and then elsewhere. Writes to standard error only. */
const REDRAW_MS = 100
const LINE_MS = 10_000
const BAR_WIDTH = 28

export interface Progress {
  step(): void
  end(): void
}

export function showProgress(
  done: number,
  total: number,
  out: NodeJS.WriteStream = process.stderr,
): Progress {
  const began = performance.now()
  const before = done
  const every = out.isTTY ? REDRAW_MS : LINE_MS
  let drawnAt = began
  const draw = (): void => {
    drawnAt = performance.now()
    const text = progressText({ done, before, total, seconds: (drawnAt - began) / 1000 })
    out.write(out.isTTY ? `\r\x1b[2K${text}` : `${text}\n`)
  }
  return {
    step() {
      done += 1
      if (performance.now() - drawnAt >= every) draw()
    },
    end() {
      draw()
      if (out.isTTY) out.write('\n')
    },
  }
}

/** @param before what an earlier run had done: it counts in the bar and not in the rate. */
export function progressText(at: { done: number; before: number; total: number; seconds: number }): string {
  const { done, before, total, seconds } = at
  const share = total === 0 ? 1 : done / total
  const filled = Math.round(share * BAR_WIDTH)
  const rate = seconds > 0 ? (done - before) / seconds : 0
  const left = rate > 0 ? durationText((total - done) / rate) : '–'
  const percent = `${(share * 100).toFixed(1)} %`
  return `${'█'.repeat(filled)}${'░'.repeat(BAR_WIDTH - filled)} ${percent}  ${done}/${total}  ${rate.toFixed(0)}/s  ${left} left`
}

export function durationText(seconds: number): string {
  const whole = Math.round(seconds)
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${String(whole % 60).padStart(2, '0')} s`
}
