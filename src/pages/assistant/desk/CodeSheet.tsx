/** A member code typed digit by digit, for a camera that does not work. */
import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import Button from '../../../components/Button'
import Sheet from '../../../components/Sheet'
import { DESK_TEXT as text } from '../../../text/zh-cn/assistant'
import OpeningNotice from '../OpeningNotice'
import type { Opening } from '../use-visit-opening'
import { codeDigits, digitsMissing } from './typed-code'
import TypedField from '../TypedField'
import './code-sheet.scss'

interface CodeSheetProps {
  readonly open: boolean
  readonly opening: Opening
  readonly onSubmit: (code: string) => void
  readonly onClose: () => void
}

export default function CodeSheet({ open, onClose, ...form }: CodeSheetProps): ReactNode {
  return (
    <Sheet open={open} title={text.typeTitle} onClose={onClose}>
      <CodeForm {...form} />
    </Sheet>
  )
}

/** Gone with the sheet, and with it what was typed. */
function CodeForm({ opening, onSubmit }: Pick<CodeSheetProps, 'opening' | 'onSubmit'>): ReactNode {
  const [typed, setTyped] = useState('')
  const digits = codeDigits(typed)
  const left = digitsMissing(digits)
  return (
    <View className="code-sheet">
      <View className="code-sheet__advice">{text.typeAdvice}</View>
      <TypedField
        label={text.typeField}
        type="number"
        maxlength={26}
        focus
        value={typed}
        hint={left > 0 ? text.typeLeft(left) : text.typeReady}
        onType={setTyped}
      />
      <OpeningNotice opening={opening} />
      <Button wide disabled={left > 0} loading={opening.kind === 'resolving'} onTap={() => onSubmit(digits)}>
        {text.typeConfirm}
      </Button>
    </View>
  )
}
