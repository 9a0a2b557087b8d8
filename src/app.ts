/** The app: speaks the reader's language, opens the cloud once, and holds the styles that every page shares. */
import { useLaunch } from '@tarojs/taro'
import type { PropsWithChildren, ReactNode } from 'react'
import { openCloud } from './client/call'
import { speakAsChosen } from './client/spoken-language'
import { watchPrivacy } from './components/privacy'
import './app.scss'

// Before any page is drawn.
speakAsChosen()

export default function App({ children }: PropsWithChildren): ReactNode {
  useLaunch(() => {
    openCloud()
    watchPrivacy()
  })
  return children
}
