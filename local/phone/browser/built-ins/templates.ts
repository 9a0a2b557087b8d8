/**
 * The inside of each built-in component, compiled together with the package. A tag with an `h-` prefix is a plain
 * HTML element. What is not listed here is no built-in, and a page that uses it renders an unknown element.
 */
const SLOT = '<slot/>'

/** Built-ins that only hold a place: they are drawn as boxes and their use is recorded. */
export const STAND_IN_TAGS = [
  'camera',
  'live-player',
  'live-pusher',
  'map',
  'movable-area',
  'movable-view',
  'video',
  'web-view',
  'open-data',
  'official-account',
  'ad',
] as const

export const BUILT_IN_TEMPLATES: Record<string, string> = {
  ...Object.fromEntries(STAND_IN_TAGS.map((tag) => [tag, SLOT])),
  view: SLOT,
  text: SLOT,
  label: SLOT,
  form: SLOT,
  button: SLOT,
  navigator: SLOT,
  'cover-view': SLOT,
  'root-portal': SLOT,
  'page-container': SLOT,
  'page-meta': SLOT,
  'navigation-bar': '',
  'match-media': SLOT,
  'keyboard-accessory': SLOT,
  'scroll-view': SLOT,
  'swiper-item': SLOT,
  swiper: '<h-div class="phone-track"><slot/></h-div><h-div class="phone-dots"/>',
  checkbox: '<h-i class="phone-box"/><slot/>',
  radio: '<h-i class="phone-box"/><slot/>',
  'checkbox-group': SLOT,
  'radio-group': SLOT,
  picker: SLOT,
  'picker-view': '<h-div class="phone-wheel"><slot/></h-div>',
  'picker-view-column':
    '<h-div class="phone-column"><slot/></h-div><h-div class="phone-mask"/><h-div class="phone-indicator"/>',
  slider: '<h-div class="phone-rail"><h-i/><h-b/></h-div><h-span/>',
  switch: '<h-i class="phone-box"/>',
  icon: '<h-i/>',
  progress: '<h-div class="phone-bar"><h-i/></h-div><h-span/>',
  canvas: '<h-canvas/><slot/>',
  image: '<h-img/>',
  'cover-image': '<h-img/>',
  input: '<h-input/>',
  textarea: '<h-textarea/>',
  'rich-text': '<h-div/>',
}
