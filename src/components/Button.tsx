/** A button in words. One primary button per screen; a busy one keeps its width and takes no second tap. */
import { Button as NativeButton, type ButtonProps as NativeProps } from '@tarojs/components'
import type { PropsWithChildren, ReactNode } from 'react'
import Icon, { type IconName } from './Icon'
import './Button.scss'

interface ButtonProps {
  readonly kind?: 'primary' | 'secondary' | 'outline' | 'text'
  readonly icon?: IconName
  /** Beside something else, not the end of a page. */
  readonly small?: boolean
  /** As wide as its container. */
  readonly wide?: boolean
  readonly loading?: boolean
  readonly disabled?: boolean
  readonly label?: string
  readonly onTap?: () => void
  readonly openType?: NativeProps['openType']
  readonly id?: string
  readonly onGetPhoneNumber?: NativeProps['onGetPhoneNumber']
  readonly onChooseAvatar?: NativeProps['onChooseAvatar']
  readonly onAgreePrivacyAuthorization?: NativeProps['onAgreePrivacyAuthorization']
}

export default function Button(props: PropsWithChildren<ButtonProps>): ReactNode {
  const {
    kind = 'primary',
    icon,
    small = false,
    wide = false,
    loading = false,
    disabled = false,
    onTap,
    children,
  } = props
  const idle = disabled || loading
  const classes = [
    'button',
    `button--${kind}`,
    small && 'button--small',
    wide && 'button--wide',
    disabled && 'button--off',
    loading && 'button--busy',
    'pressable',
  ]
  return (
    <NativeButton
      className={classes.filter(Boolean).join(' ')}
      hoverClass="pressed"
      disabled={idle}
      id={props.id}
      ariaLabel={props.label}
      openType={idle ? undefined : props.openType}
      onGetPhoneNumber={props.onGetPhoneNumber}
      onChooseAvatar={props.onChooseAvatar}
      onAgreePrivacyAuthorization={props.onAgreePrivacyAuthorization}
      onClick={idle ? undefined : onTap}
    >
      {icon && <Icon name={icon} size={20} />}
      {children}
    </NativeButton>
  )
}
