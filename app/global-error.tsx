"use client";

import { buttonClass } from "@/components/ui/button";
import { Seal } from "@/components/ui/seal";
import en from "@/lib/messages/en/shell.json";
import zh from "@/lib/messages/zh-CN/shell.json";
import "./globals.css";

/** The layout itself failed, and with it language and session: both languages, and one way out. */
export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="zh-CN">
      <body className="bg-canvas text-base text-text">
        <title>{zh.error.title}</title>
        <main className="mx-auto flex max-w-form flex-col items-start gap-8 px-4 py-12 sm:py-24">
          <Seal />
          {[
            { lang: "zh-CN", words: zh.error },
            { lang: "en", words: en.error },
          ].map(({ lang, words }) => (
            <section key={lang} lang={lang} className="flex flex-col items-start gap-2">
              <h1 className="text-h2">{words.title}</h1>
              <p className="text-form text-muted">{words.text}</p>
              {/* A whole new load: the router may be what failed. */}
              <button
                type="button"
                className={buttonClass("secondary")}
                onClick={() => window.location.reload()}
              >
                {words.retry}
              </button>
            </section>
          ))}
          {error.digest && <code className="font-mono">{error.digest}</code>}
        </main>
      </body>
    </html>
  );
}
