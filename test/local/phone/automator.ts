/** The unmodified automator, with the part of its surface that the tests here use. */
// The package has types of its own, but exports them only for one way of importing.
export const automator = jest.requireActual<typeof import('miniprogram-automator')>(
  'miniprogram-automator',
) as unknown as {
  connect(options: { wsEndpoint: string }): Promise<Driver>
}

export interface Element {
  tap(): Promise<void>
  text(): Promise<string>
  input(text: string): Promise<void>
  scrollTo(x: number, y: number): Promise<void>
  swipeTo(index: number): Promise<void>
  slideTo(value: number): Promise<void>
  attribute(name: string): Promise<string>
  style(name: string): Promise<string>
  $(selector: string): Promise<Element | null>
  data(path: string): Promise<unknown>
}

export interface Driver {
  currentPage(): Promise<{ path: string; query: object; $(selector: string): Promise<Element | null> }>
  pageStack(): Promise<{ path: string }[]>
  evaluate<T>(run: (...args: never[]) => T, ...args: unknown[]): Promise<Awaited<T>>
  callWxMethod(method: string, ...args: unknown[]): Promise<unknown>
  mockWxMethod(method: string, result: unknown): Promise<void>
  restoreWxMethod(method: string): Promise<void>
  native(): { confirmModal(): Promise<void> }
  disconnect(): void
}
