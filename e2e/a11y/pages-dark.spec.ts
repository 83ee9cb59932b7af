import { test } from "../screens/story";
import { judgeEveryPage } from "./every-page";

test.use({ story: "a11y-dark" });

judgeEveryPage({ locale: "en", theme: "dark" });
