// A mail's words as a plain page of HTML: paragraphs, at most one button, in the direction of the script.
import { escaped } from './html-text.ts'

export interface HtmlWords {
  language: string
  text: string
  /** A link that stands out, and is told of by its words. */
  button?: { words: string; href: string }
  /** Small words below a line. */
  foot?: { words: string; href: string }
}

export function htmlOf({ language, text, button, foot }: HtmlWords): string {
  const paragraphs = text
    .split(/\n{2,}/)
    .map((part) => `<p>${escaped(part).replaceAll('\n', '<br>')}</p>`)
    .join('\n')
  const link = button && `<p><a href="${escaped(button.href)}" style="${buttonStyle}">${escaped(button.words)}</a></p>`
  const below =
    foot &&
    `<hr style="border:0;border-top:1px solid #e4e4e0">
<p style="font-size:12px;color:#646a75"><a href="${escaped(foot.href)}" style="color:#646a75">${escaped(foot.words)}</a></p>`
  return `<!doctype html>
<html lang="${escaped(language)}" dir="${directionOf(language)}">
<meta charset="utf-8">
<body style="font-family:system-ui,sans-serif;font-size:16px;line-height:1.5;color:#15171c;max-width:36em">
${[paragraphs, link, below].filter(Boolean).join('\n')}
</body>
</html>
`
}

/** Direction of the script that a language is written in. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  return language === 'fa' || language === 'ar' ? 'rtl' : 'ltr'
}

const buttonStyle =
  'display:inline-block;padding:12px 20px;border-radius:6px;background:#2446c4;color:#ffffff;text-decoration:none'
