/** Templates carry what the pages say to Taro's components, no less and no more. */
import ts from 'typescript'
import keptAttributes from '../../config/kept-attributes'
import { filesBelow } from './tree'

const KEPT: Readonly<Record<string, readonly string[]>> = keptAttributes
/** Of every component, or of React. */
const ALWAYS = /^(className|style|id|key|ref|onClick|aria[A-Z]\w*)$/

/** `Image src` for each attribute of a component that comes from Taro, whatever the file calls it. */
function saidIn(path: string, text: string): string[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX)
  const names = new Map<string, string>()
  const said: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) && node.moduleSpecifier.getText().includes('@tarojs/components')) {
      const bindings = node.importClause?.namedBindings
      if (bindings && ts.isNamedImports(bindings))
        for (const each of bindings.elements) names.set(each.name.text, (each.propertyName ?? each.name).text)
    }
    if (ts.isJsxOpeningElement(node) || ts.isJsxSelfClosingElement(node)) {
      const component = names.get(node.tagName.getText())
      for (const each of node.attributes.properties)
        if (component)
          said.push(
            `${component} ${ts.isJsxSpreadAttribute(each) ? '…' : each.name.getText()}${KEPT[component] ? '' : ' (not in the list)'}`,
          )
    }
    ts.forEachChild(node, visit)
  }
  visit(file)
  return said.filter((each) => !ALWAYS.test(each.split(' ')[1] ?? ''))
}

test('config/kept-attributes.ts names what the pages say, and nothing else', () => {
  const said = new Set(filesBelow(['src'], ['.tsx']).flatMap(({ path, text }) => saidIn(path, text)))
  const kept = Object.entries(KEPT).flatMap(([component, names]) =>
    names.map((name) => `${component} ${name}`),
  )
  expect([...said].sort()).toEqual(kept.sort())
})
