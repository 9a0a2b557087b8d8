/** The steps of a start, told twice: line by line in the terminal, as a list on the page. */
import type { Phase, Spoken, StartStep } from '../../local/stage'
import { inTerminal } from './words'

const BAR_WIDTH = 24

export interface StepOutcome {
  /** A word on what was done, behind the step's title. */
  readonly done?: Spoken
}

export class Steps {
  private readonly steps: StartStep[]
  private isLineOpen = false

  constructor(
    planned: readonly Pick<StartStep, 'id' | 'title'>[],
    private readonly show: (phase: Phase) => void,
    private readonly out: NodeJS.WriteStream = process.stdout,
  ) {
    this.steps = planned.map((step) => ({ ...step, state: 'waiting' }))
    this.tell()
  }

  async run<Value extends StepOutcome>(
    id: string,
    work: (onProgress: (progress: number) => void) => Promise<Value>,
  ): Promise<Value> {
    const began = performance.now()
    this.change(id, { state: 'running' })
    try {
      const value = await work((progress) => this.progress(id, progress))
      const ms = performance.now() - began
      const { title } = this.change(id, { state: 'done', ms })
      this.line(`✓ ${inTerminal(title)}${value.done ? ` · ${inTerminal(value.done)}` : ''}  ${seconds(ms)}`)
      return value
    } catch (error) {
      const { title } = this.change(id, { state: 'failed' })
      this.line(`✗ ${inTerminal(title)}`)
      throw error
    }
  }

  private progress(id: string, progress: number): void {
    const { title } = this.change(id, { progress })
    if (!this.out.isTTY) return
    const filled = Math.round(progress * BAR_WIDTH)
    const bar = '█'.repeat(filled) + '░'.repeat(BAR_WIDTH - filled)
    this.out.write(`\r\x1b[2K  · ${inTerminal(title)}  ${bar} ${Math.round(progress * 100)}%`)
    this.isLineOpen = true
  }

  private line(text: string): void {
    this.out.write(`${this.isLineOpen ? '\r\x1b[2K' : ''}  ${text}\n`)
    this.isLineOpen = false
  }

  private change(id: string, change: Partial<StartStep>): StartStep {
    const at = this.steps.findIndex((step) => step.id === id)
    const step = { ...(this.steps[at] as StartStep), ...change }
    this.steps[at] = step
    this.tell()
    return step
  }

  private tell(): void {
    this.show({ kind: 'starting', steps: [...this.steps] })
  }
}

export const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`
