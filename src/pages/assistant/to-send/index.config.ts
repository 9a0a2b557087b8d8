export default definePageConfig({ navigationBarTitleText: '待寄出', enablePullDownRefresh: true })
