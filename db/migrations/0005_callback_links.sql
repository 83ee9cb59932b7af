CREATE TABLE `callback_links` (
	`id` text PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`order_id` text NOT NULL,
	`round` integer NOT NULL,
	`person_id` text NOT NULL,
	`wrong` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `callback_links_hash_unique` ON `callback_links` (`token_hash`);--> statement-breakpoint
CREATE INDEX `callback_links_order` ON `callback_links` (`order_id`);