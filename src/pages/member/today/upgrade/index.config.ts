export default definePageConfig({ navigationBarTitleText: '新卡' })
