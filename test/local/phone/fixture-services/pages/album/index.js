Page({
  data: { src: '', answer: '' },
  loaded({ detail }) {
    this.setData({ answer: `loaded ${detail.width}` })
  },
  failed({ detail }) {
    this.setData({ answer: detail.errMsg })
  },
  /** With callbacks, as a page of before promises would. */
  keep(filePath, cloudPath) {
    return new Promise((resolve) => {
      const seen = []
      const task = wx.cloud.uploadFile({
        cloudPath,
        filePath,
        success: ({ fileID, statusCode }) => resolve([fileID, statusCode, ...seen]),
        fail: ({ errCode, errMsg }) => resolve([errCode, errMsg]),
      })
      task.onProgressUpdate(({ progress, totalBytesSent }) => seen.push(progress, totalBytesSent))
    })
  },
  giveUp(filePath) {
    return new Promise((resolve) => {
      const task = wx.cloud.uploadFile({
        cloudPath: 'never.txt',
        filePath,
        fail: ({ errMsg }) => resolve(errMsg),
      })
      task.abort()
    })
  },
})
