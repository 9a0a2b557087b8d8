export default definePageConfig({ navigationBarTitleText: '熟客', enablePullDownRefresh: true })
