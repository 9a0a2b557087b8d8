import { compilePackage } from '../../../local/phone'
import { toDomSelector } from '../../../local/phone/browser/page/selector'
import { rpxToPx, withPixels, withSafeAreas } from '../../../local/phone/compile/rpx'
import { FIXTURE } from './fixture-phones'
import { givenPackage } from './guards/given-package'

/** As written and as a browser of the phone must read it. */
const COUNTED = [
  ['.row:nth-child(2)', '.row:nth-child(2)'],
  ['.row:nth-child(n+2)', '.row:nth-child(n+2)'],
  ['.row:nth-last-child(-n + 3)', '.row:nth-last-child(-n + 3)'],
  ['view:nth-of-type(odd)', 'wx-view:nth-of-type(odd)'],
  ['.row:not(:nth-child(even)) text', '.row:not(:nth-child(even)) wx-text'],
  ['.row:not(view)', '.row:not(wx-view)'],
] as const

describe('compiling a built mini program', () => {
  const built = compilePackage(FIXTURE)

  it('accepts every template without a warning', () => {
    expect(built.warnings).toEqual([])
  })

  it('rounds rpx down as WeChat does, and keeps a hairline', () => {
    expect([rpxToPx(750), rpxToPx(375), rpxToPx(31), rpxToPx(1), rpxToPx(0)]).toEqual([390, 195, 16, 0.5, 0])
    expect(withPixels('width: 375rpx', 320)).toBe('width: 160px')
    expect(built.styles.app).toContain('width: 375rpx')
  })

  it('turns the safe areas into those of the phone, with or without a fallback value', () => {
    expect(withPixels(withSafeAreas('calc(10rpx + env(safe-area-inset-bottom, 0px))'))).toBe(
      'calc(5px + var(--phone-safe-bottom))',
    )
    expect(built.styles.app).toContain('padding-bottom: var(--phone-safe-bottom)')
  })

  it('makes dark mode follow the phone and not the computer', () => {
    expect(built.styles.app).toContain(':where(html[data-theme=dark]) body')
    expect(built.styles.app).not.toContain('prefers-color-scheme')
  })

  it.each(COUNTED)('leaves alone what rows are counted by, and nothing else: %s', (written, read) => {
    const { styles } = compilePackage(givenPackage({ 'pages/home/index.wxss': `${written}{color:red}` }))
    expect(styles['pages/home/index']).toBe(`${read}{color:red}`)
    expect(toDomSelector(written.replaceAll('.row', ''))).toBe(read.replaceAll('.row', ''))
  })

  it('keeps the classes of an isolated component apart from those of pages', () => {
    expect(built.scopes).toEqual({ 'counter/index': 'c0' })
    expect(built.styles['counter/index']).toContain('.c0--face')
  })

  it('says what to do when the folder holds no mini program', () => {
    expect(() => compilePackage(__dirname)).toThrow('app.json is missing, build it first')
  })
})
