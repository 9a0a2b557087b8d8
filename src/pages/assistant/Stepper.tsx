/** One less, how many, one more. At its ends a step does nothing and says so by its colour. */
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import Icon from '../../components/Icon'
import './stepper.scss'

interface StepperProps {
  readonly value: number
  /** Zero when it is not told. */
  readonly least?: number
  readonly most: number
  readonly lessLabel: string
  readonly moreLabel: string
  readonly onStep: (by: 1 | -1) => void
}

export default function Stepper(props: StepperProps): ReactNode {
  const { value, least = 0, most, lessLabel, moreLabel, onStep } = props
  return (
    <View className="stepper">
      <Step icon="minus" label={lessLabel} off={value === least} onTap={() => onStep(-1)} />
      <View className="stepper__value" ariaLive="polite">
        {value}
      </View>
      <Step icon="plus" label={moreLabel} off={value === most} onTap={() => onStep(1)} />
    </View>
  )
}

interface StepProps {
  readonly icon: 'minus' | 'plus'
  readonly label: string
  readonly off: boolean
  readonly onTap: () => void
}

function Step({ icon, label, off, onTap }: StepProps): ReactNode {
  return (
    <View
      className={off ? 'stepper__step stepper__step--off' : 'stepper__step'}
      hoverClass={off ? 'none' : 'pressed'}
      ariaRole="button"
      ariaLabel={label}
      onClick={off ? undefined : onTap}
    >
      <View className="stepper__disc">
        <Icon name={icon} size={18} />
      </View>
    </View>
  )
}
