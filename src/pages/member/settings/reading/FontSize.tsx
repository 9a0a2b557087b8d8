/** The sizes of type: touched, a sample shows what pages will look like; taken by a press. */
import { View } from '@tarojs/components'
import { useState, type CSSProperties, type ReactNode } from 'react'
import Button from '../../../../components/Button'
import { FONT_CHOICES } from '../../../../components/font-scale'
import { chooseFont, chosenFont, frameAt } from '../../../../components/phone-frame'
import { words } from '../../../../text/member'
import { SETTINGS_TEXT } from '../../../../text/settings'
import Option from './Option'

const text = SETTINGS_TEXT.reading

export default function FontSize({ onTaken }: { readonly onTaken: () => void }): ReactNode {
  const [choice, setChoice] = useState(chosenFont)
  const { fontScale } = frameAt(choice)
  const take = (): void => {
    chooseFont(choice)
    onTaken()
  }
  return (
    <>
      <View className="me__panel">
        {FONT_CHOICES.map((each) => (
          <Option
            key={each}
            words={text.fonts[each]}
            chosen={each === choice}
            onTap={() => setChoice(each)}
          />
        ))}
      </View>
      <View className="reading__sample" style={{ '--k': String(fontScale) } as CSSProperties}>
        <View className="reading__big">{text.sampleTitle}</View>
        <View className="reading__body">{words.home.emptyAdvice}</View>
        <View className="reading__small num">{text.sampleSmall}</View>
      </View>
      <View className="me__go">
        <Button wide disabled={choice === chosenFont()} onTap={take}>
          {choice === chosenFont() ? text.inUse : text.take}
        </Button>
      </View>
    </>
  )
}
