/** Leaves out of Taro's templates what no page of ours asks of a component, and the blanks between tags. */
import keptAttributes from './kept-attributes'

type Attributes = Readonly<Record<string, string>>

interface Template {
  modifyCompProps?: (component: string, attributes: Attributes) => Attributes
  modifyTemplateResult?: (wxml: string, component: string, ...rest: unknown[]) => string
}

interface PluginContext {
  registerMethod(method: { name: string; fn: (platform: { readonly template: Template }) => void }): void
}

/** `hover-class` and `bindLongTap` as pages say them, in one case. */
const said = (attribute: string): string =>
  attribute === 'bindTouchMove'
    ? 'catchmove'
    : attribute
        .replace(/-/g, '')
        .replace(/^bind(longtap)?/i, (_, tap) => (tap ? 'onlongpress' : 'on'))
        .toLowerCase()

const keptOf = new Map(
  Object.entries<readonly string[]>(keptAttributes).map(([name, kept]) => [
    name.replace(/(?!^)[A-Z]/g, '-$&').toLowerCase(),
    new Set(kept.map((each) => each.toLowerCase())),
  ]),
)

function slim(component: string, attributes: Attributes): Attributes {
  const kept = keptOf.get(component)
  if (!kept) return attributes
  return Object.fromEntries(
    Object.entries(attributes).filter(([name]) => name.startsWith('aria-') || kept.has(said(name))),
  )
}

export default (context: PluginContext): void => {
  context.registerMethod({
    name: 'onSetupClose',
    fn({ template }) {
      template.modifyCompProps = slim
      const modified = template.modifyTemplateResult
      template.modifyTemplateResult = (wxml, component, ...rest) => {
        const whole = modified?.(wxml, component, ...rest) ?? wxml
        // A finger that moves is caught where that is asked for, and reported nowhere.
        const still = component === 'view' ? whole.replace(' bindtouchmove="eh"', '') : whole
        return still.replace(/\s*\n\s*/g, '').replace(/ {2,}/g, ' ')
      }
    },
  })
}
