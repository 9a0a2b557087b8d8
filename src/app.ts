/** The app: opens the cloud once and holds the styles that every page shares. */
import { useLaunch } from '@tarojs/taro'
import type { PropsWithChildren, ReactNode } from 'react'
import { openCloud } from './client/call'
import './app.scss'

export default function App({ children }: PropsWithChildren): ReactNode {
  useLaunch(() => openCloud())
  return children
}
