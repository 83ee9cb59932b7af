import { test } from "../screens/story";
import { judgeEveryPage } from "./every-page";

test.use({ story: "a11y-light" });

judgeEveryPage({ locale: "zh-CN", theme: "light" });
