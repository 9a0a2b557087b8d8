/** The style sheet under every page: WeChat's defaults for the built-in components, approximated. */
export const BASE_CSS = `
*{box-sizing:content-box;scrollbar-width:none}*::-webkit-scrollbar{display:none}
html,body{margin:0;padding:0}html{height:100%}
body{min-height:100%;font-family:-apple-system,"PingFang SC","Helvetica Neue","Noto Sans SC","Noto Sans CJK SC","Microsoft YaHei",Arial,sans-serif;font-size:16px;line-height:1.2;-webkit-tap-highlight-color:transparent;-webkit-user-select:none;user-select:none;-webkit-text-size-adjust:none;overflow-wrap:break-word}
wx-view,wx-scroll-view,wx-swiper,wx-swiper-item,wx-form,wx-picker,wx-rich-text,wx-navigator,wx-cover-view,wx-checkbox-group,wx-radio-group{display:block}
wx-text{display:inline;white-space:pre-line}wx-text[space=nbsp]{white-space:pre-wrap}wx-label,wx-checkbox,wx-radio,wx-switch,wx-icon{display:inline-block}
wx-text[user-select],wx-text[selectable]{-webkit-user-select:text;user-select:text}
wx-root-portal,wx-page-meta,wx-match-media,comp,wx-comp{display:contents}
wx-page-container{display:none}wx-page-container[show]{display:block;position:fixed;left:0;right:0;bottom:0;z-index:100;background:#fff;box-shadow:0 0 0 2000px rgba(0,0,0,.5)}
wx-image,wx-cover-image{display:inline-block;width:320px;height:240px;overflow:hidden;position:relative}wx-image>img,wx-cover-image>img{display:block;width:100%;height:100%;-webkit-user-drag:none;pointer-events:none}wx-image>img:not([src]){visibility:hidden}
wx-input{display:block;overflow:hidden;height:1.4rem;min-height:1.4rem;white-space:nowrap;cursor:auto}
wx-input>input,wx-textarea>textarea{display:block;width:100%;height:100%;min-height:inherit;box-sizing:border-box;border:0;padding:0;margin:0;background:none;font:inherit;line-height:inherit;color:inherit;text-align:inherit;letter-spacing:inherit;outline:0;resize:none;-webkit-user-select:text;user-select:text;border-radius:0;appearance:none}
wx-input>input::placeholder,wx-textarea>textarea::placeholder{color:var(--phone-placeholder,grey);font-weight:inherit;opacity:1}
wx-textarea{display:block;position:relative;width:300px;height:150px}
wx-scroll-view{position:relative;width:100%;-webkit-overflow-scrolling:touch}wx-scroll-view[scroll-y]{overflow-y:auto}wx-scroll-view[scroll-x]{overflow-x:auto}wx-scroll-view[scroll-x]:not([scroll-y]){overflow-y:hidden}wx-scroll-view[scroll-y]:not([scroll-x]){overflow-x:hidden}
wx-swiper{height:150px;overflow:hidden;position:relative}wx-swiper>.phone-track{display:flex;height:100%;transition:transform .3s}wx-swiper-item{flex:0 0 100%;width:100%;height:100%;overflow:hidden}wx-swiper[vertical]>.phone-track{flex-direction:column}
.phone-dots{display:none;position:absolute;left:0;right:0;bottom:10px;justify-content:center;gap:8px}wx-swiper[indicator-dots]>.phone-dots{display:flex}.phone-dots>i{width:8px;height:8px;border-radius:4px;background:rgba(0,0,0,.3)}.phone-dots>i.on{background:#000}
wx-button{position:relative;display:block;margin-left:auto;margin-right:auto;padding-left:14px;padding-right:14px;box-sizing:border-box;font-size:18px;text-align:center;text-decoration:none;line-height:2.55555556;border-radius:5px;overflow:hidden;color:#000;background-color:#f8f8f8;cursor:pointer}
wx-button::after{content:" ";width:200%;height:200%;position:absolute;top:0;left:0;border:1px solid rgba(0,0,0,.2);transform:scale(.5);transform-origin:0 0;box-sizing:border-box;border-radius:10px;pointer-events:none}
wx-button[type=primary]{color:#fff;background-color:#07c160}wx-button[type=warn]{color:#fff;background-color:#fa5151}wx-button[disabled]{color:rgba(0,0,0,.3);background-color:#f7f7f7;cursor:auto}wx-button[type=primary][disabled]{color:rgba(255,255,255,.6);background-color:#9ce6bf}wx-button[plain]{background:none;border:1px solid #353535}wx-button[size=mini]{display:inline-block;line-height:2.3;font-size:13px;padding:0 1.34em}
wx-button[loading]::before{content:"";display:inline-block;width:18px;height:18px;margin-right:6px;vertical-align:middle;border:2px solid currentColor;border-right-color:transparent;border-radius:50%;animation:phone-turn 1s linear infinite}@keyframes phone-turn{to{transform:rotate(1turn)}}
wx-switch>.phone-box{display:block;position:relative;width:52px;height:32px;border-radius:16px;background:#dfdfdf;transition:background .2s}wx-switch>.phone-box::after{content:"";position:absolute;left:2px;top:2px;width:28px;height:28px;border-radius:14px;background:#fff;box-shadow:0 1px 3px rgba(0,0,0,.3);transition:transform .2s}wx-switch[checked]>.phone-box{background:var(--phone-tint,#07c160)}wx-switch[checked]>.phone-box::after{transform:translateX(20px)}wx-switch[disabled]{opacity:.5}
wx-checkbox>.phone-box,wx-radio>.phone-box{display:inline-block;position:relative;box-sizing:border-box;width:22px;height:22px;margin-right:5px;vertical-align:middle;border:1px solid #d1d1d1;border-radius:3px;background:#fff}wx-radio>.phone-box{border-radius:50%}wx-checkbox[checked]>.phone-box::after,wx-radio[checked]>.phone-box::after{content:"";position:absolute;left:7px;top:3px;width:5px;height:10px;border:solid var(--phone-tint,#07c160);border-width:0 2px 2px 0;transform:rotate(45deg)}wx-radio[checked]>.phone-box{background:var(--phone-tint,#07c160);border-color:transparent}wx-radio[checked]>.phone-box::after{border-color:#fff}
wx-icon>i{display:block;box-sizing:border-box;width:23px;height:23px;border-radius:50%;border:2px solid currentColor}
wx-progress{display:flex;align-items:center}wx-progress>.phone-bar{flex:1;height:6px;background:#ebebeb;overflow:hidden}wx-progress>.phone-bar>i{display:block;height:100%;background:#09bb07}wx-progress>span:empty{display:none}wx-progress>span{margin-left:8px}
wx-canvas,wx-video,wx-map,wx-camera{display:block;width:300px;height:150px;background:#e5e5e5}
[hidden]{display:none!important}
`
