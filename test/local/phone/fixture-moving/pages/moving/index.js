const count = (size) => Array.from({ length: size }, (_, place) => place)

Page({
  data: {
    hours: count(24),
    minutes: count(60),
    place: [9, 30],
    said: '',
    slid: '',
    fresh: false,
    swiped: '',
    playing: false,
    played: '',
    notes: '',
  },
  note({ type }) {
    if (!this.data.notes.endsWith(type)) this.setData({ notes: `${this.data.notes} ${type}` })
  },
  turned({ detail }) {
    this.setData({ said: detail.value.join(':') })
  },
  sliding() {
    this.note({ type: 'changing' })
  },
  slid({ detail }) {
    this.setData({ slid: `${detail.value}` })
  },
  refresh() {
    this.setData({ fresh: true, notes: `${this.data.notes} refresh` })
  },
  swiped({ detail }) {
    this.setData({ swiped: `${detail.current} ${detail.source}` })
  },
  played({ detail }) {
    this.setData({ played: `${this.data.played}${detail.current} ` })
  },
})
