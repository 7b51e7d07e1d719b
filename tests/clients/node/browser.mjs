// Chromium for tests, and pictures of what it shows.

import {existsSync} from "node:fs";
import {mkdir} from "node:fs/promises";
import {join} from "node:path";

import {chromium} from "playwright-core";

const CANDIDATES = [process.env.EMU_CHROMIUM, "/usr/bin/chromium", "/usr/bin/google-chrome"];
const BROWSER = CANDIDATES.find((path) => path && existsSync(path));
if (!BROWSER) {
  console.error("Chromium is not here; on Debian it is in the package chromium.");
  const isToBeHad = !(process.env.EMU_MISSING_CLIENTS ?? "").split(" ").includes("chromium");
  process.exit(process.env.CI && isToBeHad ? 1 : 77);
}
const PICTURES = process.env.EMU_PICTURES ?? "pictures";

export function launchBrowser() {
  return chromium.launch({
    executablePath: BROWSER,
    args: [
      "--headless=new",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      // Hosts of websites and buckets, on machines that know no names under localhost too.
      "--host-resolver-rules=MAP *.localhost 127.0.0.1",
    ],
  });
}

export async function takePicture(page, name) {
  await mkdir(PICTURES, {recursive: true});
  await page.screenshot({path: join(PICTURES, `${name}.png`)});
}
