export default definePageConfig({ navigationBarTitleText: '登记台', enablePullDownRefresh: true })
