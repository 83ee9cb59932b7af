import type { Metadata, Viewport } from "next";
import { cookies, headers } from "next/headers";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { EarlyScript } from "@/components/form/early-script";
import { EarlyPresses } from "@/components/form/form";
import { Messages } from "@/components/shell/messages";
import { NewBuild } from "@/components/shell/new-build";
import { THEME_COOKIE, toTheme } from "@/components/shell/preferences";
import { ToastRegion } from "@/components/ui/toast";
import { NONCE_HEADER } from "@/lib/http/page-headers";
import { ERRORS_EVERYWHERE } from "@/lib/messages/error-parts";
import { nameIn } from "@/lib/provider/profile";
import { currentProfile } from "@/lib/usecases/provider/profile";
import "./globals.css";

/** `<title>` of every page: its own, then the product. */
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("common");
  const { profile } = await currentProfile();
  const product = nameIn(profile, await getLocale()) ?? t("productName");
  return { title: { template: `%s - ${product}`, default: product } };
}

export const viewport: Viewport = { width: "device-width", initialScale: 1 };

/** The document: language, theme, and what every client component may need. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, jar, asked] = await Promise.all([getLocale(), cookies(), headers()]);
  return (
    <html lang={locale} data-theme={toTheme(jar.get(THEME_COOKIE)?.value)}>
      <head>
        <EarlyScript nonce={asked.get(NONCE_HEADER) ?? undefined} />
      </head>
      <body className="bg-canvas text-base text-text">
        <Messages namespaces={["common", "shell", "form", ...ERRORS_EVERYWHERE]}>
          {children}
          <NewBuild />
          <ToastRegion />
        </Messages>
        <EarlyPresses />
      </body>
    </html>
  );
}
