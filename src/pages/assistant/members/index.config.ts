export default definePageConfig({ navigationBarTitleText: '名下会员', enablePullDownRefresh: true })
