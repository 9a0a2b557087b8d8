/** The white ticket: bar code above the perforation, QR code below it. White in dark mode too. */
import { Image, View } from '@tarojs/components'
import { useMemo, type ReactNode } from 'react'
import { groupedDigits } from '../../../components/grouped-digits'
import { phoneFrame } from '../../../components/phone-frame'
import Seal from '../../../components/Seal'
import { words } from '../../../text/member'
import { barPicture, pictureSource, qrPicture, sharpSize } from '../../../components/code-pictures'
import './ticket.scss'

const DESIGN_WIDTH = 390
const PANEL_WIDTH = 358
const QR_SIZE = 232
/** Ten empty modules on either side, as Code 128 asks for. */
const QUIET_MODULES = 20

interface CodePictures {
  readonly bar: string
  readonly barWidth: number
  readonly qr: string
  readonly qrSize: number
}

function picturesOf(code: string): CodePictures {
  const { width, pixelRatio } = phoneFrame()
  const scale = width / DESIGN_WIDTH
  const bar = barPicture(code)
  const qr = qrPicture(code)
  const quiet = bar.modules + QUIET_MODULES
  return {
    bar: pictureSource(bar),
    barWidth: (sharpSize(quiet, PANEL_WIDTH * scale, pixelRatio) * bar.modules) / quiet,
    qr: pictureSource(qr),
    qrSize: sharpSize(qr.modules, QR_SIZE * scale, pixelRatio),
  }
}

interface CodePanelProps {
  readonly code: string
  /** What a screen reader says, where it is no member code. */
  readonly labels?: Pick<typeof words.code, 'barLabel' | 'qrLabel' | 'digitsLabel'>
}

export default function CodePanel({ code, labels = words.code }: CodePanelProps): ReactNode {
  const { bar, barWidth, qr, qrSize } = useMemo(() => picturesOf(code), [code])
  const square = { width: `${qrSize}px`, height: `${qrSize}px` }
  return (
    <>
      <View className="ticket__top">
        <Image
          className="ticket__bar"
          style={{ width: `${barWidth}px` }}
          src={bar}
          ariaLabel={labels.barLabel}
        />
        <View className="ticket__digits num" ariaLabel={labels.digitsLabel(code)}>
          {groupedDigits(code)}
        </View>
      </View>
      <View className="ticket__seam" ariaHidden>
        <View className="ticket__stitch" />
      </View>
      <View className="ticket__square">
        <View className="ticket__qr" style={square}>
          <Image style={square} src={qr} ariaLabel={labels.qrLabel} />
          <View className="ticket__seal">
            <Seal size={36} />
          </View>
        </View>
      </View>
    </>
  )
}
