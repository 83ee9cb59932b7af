CREATE TABLE `cancel_passwords` (
	`order_id` text PRIMARY KEY NOT NULL,
	`password_enc` blob NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action
);
