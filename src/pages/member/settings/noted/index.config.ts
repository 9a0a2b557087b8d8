export default definePageConfig({ navigationBarTitleText: '店员记下的' })
