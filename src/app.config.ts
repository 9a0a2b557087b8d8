/** Which pages there are and how WeChat loads them. The member's pages are the main package. */
const config = {
  pages: [
    'pages/member/home/index',
    'pages/member/mall/index',
    'pages/member/wallet/index',
    'pages/member/me/index',
    'pages/member/join/index',
    'pages/member/code/index',
  ],
  subPackages: [
    {
      root: 'pages/member/statement',
      name: 'statement',
      pages: ['points/index', 'why/index', 'growth/index', 'notices/index'],
    },
    {
      root: 'pages/member/today',
      name: 'today',
      pages: ['calendar/index', 'arrival/index', 'birthday/index', 'upgrade/index'],
    },
    {
      root: 'pages/member/invite',
      name: 'invite',
      pages: ['card/index', 'landing/index', 'friends/index'],
    },
    {
      root: 'pages/member/coupons',
      name: 'coupons',
      pages: ['offers/index', 'coupon/index', 'gift/index'],
    },
    {
      root: 'pages/member/settings',
      name: 'settings',
      pages: [
        'profile/index',
        'consent/index',
        'looks/index',
        'noted/index',
        'messages/index',
        'reading/index',
      ],
    },
    {
      root: 'pages/member/shop',
      name: 'shop',
      pages: ['reward/index', 'exchanges/index', 'pickup/index'],
    },
    {
      root: 'pages/assistant',
      name: 'assistant',
      pages: [
        'desk/index',
        'register/index',
        'hand-over/index',
        'redemptions/index',
        'to-send/index',
        'client-book/index',
        'client-card/index',
        'refund/index',
        'members/index',
        'own-member/index',
        'place-code/index',
        'tasks/index',
      ],
    },
  ],
  // What one touch of a tab may lead to is there before it.
  preloadRule: {
    'pages/member/home/index': { network: 'all', packages: ['statement', 'today', 'assistant'] },
    'pages/member/mall/index': { network: 'all', packages: ['shop'] },
    'pages/member/wallet/index': { network: 'all', packages: ['coupons'] },
    'pages/member/me/index': { network: 'all', packages: ['settings', 'invite'] },
  },
  tabBar: {
    custom: true,
    // Drawn by src/custom-tab-bar; these stand in while it is not there yet.
    color: '@tab',
    selectedColor: '@tabOn',
    backgroundColor: '@tabs',
    borderStyle: '@tabLine',
    list: [
      { pagePath: 'pages/member/home/index', text: '会员' },
      { pagePath: 'pages/member/mall/index', text: '商城' },
      { pagePath: 'pages/member/wallet/index', text: '卡包' },
      { pagePath: 'pages/member/me/index', text: '我的' },
    ],
  },
  window: {
    navigationStyle: 'custom',
    navigationBarTitleText: '熟客',
    navigationBarTextStyle: '@barText',
    backgroundColor: '@background',
    backgroundTextStyle: '@pullText',
  },
  darkmode: true,
  themeLocation: 'theme.json',
  lazyCodeLoading: 'requiredComponents',
  cloud: true,
  __usePrivacyCheck__: true,
}

export default defineAppConfig(config as Parameters<typeof defineAppConfig>[0])
