/** Which pages there are and how WeChat loads them. The member's pages are the main package. */
const config = {
  pages: [
    'pages/member/home/index',
    'pages/member/join/index',
    'pages/member/code/index',
    'pages/member/points/index',
    'pages/member/why/index',
    'pages/member/growth/index',
  ],
  subPackages: [
    {
      root: 'pages/member/me',
      name: 'me',
      pages: ['index', 'profile/index', 'consent/index', 'looks/index', 'noted/index', 'reading/index'],
    },
    {
      root: 'pages/assistant',
      name: 'assistant',
      pages: [
        'desk/index',
        'register/index',
        'client-book/index',
        'client-card/index',
        'refund/index',
        'members/index',
        'own-member/index',
      ],
    },
  ],
  preloadRule: { 'pages/member/home/index': { network: 'wifi', packages: ['assistant'] } },
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
