App({
  shown: [],
  onLaunch({ scene }) {
    this.shown.push(`launch ${scene}`)
  },
  onShow({ path, scene }) {
    this.shown.push(`show ${path} ${scene}`)
  },
  onHide() {
    this.shown.push('hide')
  },
})
