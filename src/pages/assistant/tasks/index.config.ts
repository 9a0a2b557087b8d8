export default definePageConfig({ navigationBarTitleText: '今日关怀', enablePullDownRefresh: true })
