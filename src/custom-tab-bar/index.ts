/**
 * WeChat's tab bar as we draw it: the member's four tabs. A component of WeChat's own, not of React: it is there with the
 * page's first picture. WeChat keeps one per tab page; each is told by its page which tab it stands under.
 */
import { phoneFrame } from '../components/phone-frame'
import { words } from '../text/member'
import './index.scss'

interface TabBar {
  readonly data: { readonly selected: string }
  setData(data: object): void
}

interface Definition {
  readonly data: object
  readonly lifetimes: { attached(this: TabBar): void }
  readonly methods: { open(this: TabBar, tap: Tap): void }
}

declare const Component: (definition: Definition) => void
declare const wx: { switchTab(to: { url: string }): void; pageScrollTo(to: { scrollTop: number }): void }

const TABS = ['home', 'mall', 'wallet', 'me'] as const

interface Tap {
  readonly currentTarget: { readonly dataset: { readonly tab?: string } }
}

Component({
  data: { tabs: [], selected: '', hidden: false, scale: 1 },
  lifetimes: {
    // The words and the size of now: both may have been chosen anew since the last tab bar was made.
    attached() {
      this.setData({
        tabs: TABS.map((name) => ({ name, word: words.tabs[name] })),
        scale: phoneFrame().fontScale,
      })
    },
  },
  methods: {
    open({ currentTarget }) {
      const { tab = '' } = currentTarget.dataset
      if (tab === this.data.selected) wx.pageScrollTo({ scrollTop: 0 })
      else wx.switchTab({ url: `/pages/member/${tab}/index` })
    },
  },
})
