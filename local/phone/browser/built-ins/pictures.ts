/** Owns image and cover-image. */
import { assetUrl } from '../screen/screen'
import { type BuiltInDefinition, callMethod } from './built-in'

const FITS: Record<string, [fit: string, position?: string]> = {
  scaleToFill: ['fill'],
  aspectFit: ['contain'],
  aspectFill: ['cover'],
  widthFix: ['fill'],
  heightFix: ['fill'],
  center: ['none', 'center'],
  top: ['none', 'top'],
  bottom: ['none', 'bottom'],
  left: ['none', 'left'],
  right: ['none', 'right'],
  'top left': ['none', 'left top'],
  'top right': ['none', 'right top'],
  'bottom left': ['none', 'left bottom'],
  'bottom right': ['none', 'right bottom'],
}

const IMAGE: BuiltInDefinition = {
  properties: {
    src: String,
    mode: { type: String, value: 'scaleToFill' },
    lazyLoad: Boolean,
    webp: Boolean,
    showMenuByLongpress: Boolean,
  },
  observers: {
    'src, mode'() {
      callMethod(this, 'sync')
    },
  },
  attached() {
    const image = this.$$.querySelector('img')!
    image.addEventListener('load', () => {
      const { naturalWidth: width, naturalHeight: height } = image
      if (this.data.mode === 'widthFix') this.$$.style.height = `${(this.$$.offsetWidth * height) / width}px`
      if (this.data.mode === 'heightFix') this.$$.style.width = `${(this.$$.offsetHeight * width) / height}px`
      this.triggerEvent('load', { width, height })
    })
    image.addEventListener('error', () => {
      this.triggerEvent('error', { errMsg: `GET ${String(this.data.src).slice(0, 100)} fail` })
    })
  },
  methods: {
    sync() {
      const image = this.$$?.querySelector('img')
      // A property may come before the component is attached; it is looked at again then.
      if (!image || !this.phone) return
      const [fit, position] = FITS[this.data.mode as string] ?? ['fill']
      image.style.objectFit = fit
      image.style.objectPosition = position ?? ''
      const src = this.data.src
        ? assetUrl(this.phone, this.data.src as string, this.ownerShadowRoot?.getHostNode().is ?? '')
        : ''
      if (!src) image.removeAttribute('src')
      else if (image.getAttribute('src') !== src) image.src = src
    },
  },
}

export const PICTURES: Record<string, BuiltInDefinition> = { image: IMAGE, 'cover-image': IMAGE }
