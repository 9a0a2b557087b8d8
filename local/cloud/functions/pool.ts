/**
 * The instances of one function and the invocations that wait for one.
 * Invariant: never more than `max` instances; waiting invocations are served in order by whichever is free first.
 */
import { currentVersion, type FunctionDefinition } from './definition'
import { Instance, type InstanceSetup, type Outcome } from './instance'
import type { StartInvocation } from './messages'

interface Waiting {
  start: () => StartInvocation
  log: (line: string) => void
  resolve: (outcome: Outcome) => void
}

export interface PoolOptions extends InstanceSetup {
  max: number
}

export class Pool {
  private readonly instances = new Set<Instance>()
  private readonly queue: Waiting[] = []
  private starting = 0

  constructor(
    readonly definition: FunctionDefinition,
    private readonly options: PoolOptions,
  ) {}

  get isOutdated(): boolean {
    return currentVersion(this.definition) !== this.definition.version
  }

  /** `start` is called when an instance is free, so that the invocation sees the clock of that moment. */
  invoke(start: () => StartInvocation, log: (line: string) => void): Promise<Outcome> {
    return new Promise((resolve) => {
      this.queue.push({ start, log, resolve })
      this.serve()
    })
  }

  warmUp(): void {
    if (this.instances.size === 0) this.grow()
  }

  async close(): Promise<void> {
    for (const { resolve } of this.queue.splice(0))
      resolve({ ok: false, kind: 'crash', message: 'the local cloud is closing' })
    await Promise.all([...this.instances].map((instance) => instance.stop()))
  }

  /** Lets running invocations end, and the instances with them; resolves when they are gone. */
  async retire(): Promise<void> {
    this.options.max = 0
    const gone = [...this.instances].map((instance) => instance.gone)
    for (const instance of this.instances) if (!instance.isBusy) void instance.stop()
    await Promise.all(gone)
  }

  private serve(): void {
    for (const instance of this.instances) {
      if (instance.isBusy || instance.isDead) continue
      const next = this.queue.shift()
      if (next) void this.runOn(instance, next)
      else if (this.options.max === 0) void instance.stop()
    }
    while (this.starting < this.queue.length && this.instances.size < Math.max(this.options.max, 1))
      this.grow()
  }

  private grow(): void {
    const instance = new Instance(this.definition, this.options, (dead) => {
      this.instances.delete(dead)
      if (!dead.isBusy) this.serve()
    })
    this.instances.add(instance)
    this.starting++
    instance.ready.then(
      () => {
        this.starting--
        instance.isBusy = false
        this.serve()
      },
      (error: Error) => {
        this.starting--
        const message = `module initialization error: ${error.stack ?? error.message}`
        this.queue.shift()?.resolve({ ok: false, kind: 'initialization', message })
        this.serve()
      },
    )
  }

  private async runOn(instance: Instance, { start, log, resolve }: Waiting): Promise<void> {
    instance.isBusy = true
    const outcome = await instance.run(start(), log)
    instance.isBusy = false
    resolve(outcome)
    this.serve()
  }
}
