export default definePageConfig({ navigationBarTitleText: '本店记录' })
