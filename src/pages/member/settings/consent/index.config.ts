export default definePageConfig({ navigationBarTitleText: '资料用在哪里' })
