export default definePageConfig({ navigationBarTitleText: '尺码与喜好' })
