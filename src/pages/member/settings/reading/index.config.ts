export default definePageConfig({ navigationBarTitleText: '语言与字号' })
