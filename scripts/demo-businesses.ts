export type DemoBusiness = {
  /** What a customer may ask it, to begin with. */
  tryAsking: readonly string[];
  registration: {
    businessName: string;
    whatsappNumber: string;
    smsNumber?: string;
    ownerPhone: string;
    timeZone: string;
  };
  settings: {
    defaultCountry: string;
    defaultLanguage: string;
    openingHours: string;
    contactPhone: string;
  };
  knowledge: readonly string[];
};

/**
 * Every number is one that no person can have: +1 … 555 01xx and +44 7700 900xxx are kept free for stories by the American
 * and the British authorities. India keeps none free, so the salon there has American ones.
 */
export const demoBusinesses: readonly DemoBusiness[] = [
  {
    tryAsking: ['Do you deliver to the Sunset?', 'Anything gluten-free?', 'How much is a Diavola?'],
    registration: {
      businessName: 'Bella Napoli Pizzeria',
      whatsappNumber: 'whatsapp:+14155550140',
      smsNumber: '+14155550141',
      ownerPhone: '+14155550142',
      timeZone: 'America/Los_Angeles',
    },
    settings: {
      defaultCountry: 'US',
      defaultLanguage: 'en',
      openingHours:
        'Tuesday to Sunday 11:30 AM to 10 PM, Friday and Saturday until 11:30 PM. Closed on Mondays.',
      contactPhone: '+14155550143',
    },
    knowledge: [
      'Pizzas (12 inch): Margherita $14, Marinara $12, Diavola with spicy salami $17, Quattro Formaggi $18, Funghi $16, Prosciutto e Rucola $19.',
      'Starters: garlic knots $6, arancini (3 pieces) $9, burrata with tomatoes $13, Caesar salad $11.',
      'Desserts: tiramisu $8, cannoli (2 pieces) $7, affogato $6. All are made in house.',
      'We deliver within 3 miles: the Mission, Noe Valley, the Castro, SoMa and Potrero Hill. Delivery costs $4 and is free for orders over $40. We do not deliver to the Sunset or the Richmond.',
      'Delivery usually takes 35 to 50 minutes. Pickup is ready in 20 minutes.',
      'Gluten-free dough is $3 extra. It is baked in the same oven, so it is not safe for people with celiac disease.',
      'Vegan: any pizza can be had with cashew mozzarella for $2 more. The dough and the tomato sauce are vegan anyway.',
      'Allergens: our pesto contains pine nuts and our tiramisu contains eggs. Please tell us about a nut allergy when you order.',
      'Lunch special, Tuesday to Friday until 3 PM: any 12 inch pizza with a soft drink for $15.',
      'Tables: we take reservations for 6 or more people, by phone or here. Smaller parties just walk in; on Friday evenings the wait is about 30 minutes.',
      'Parking: there is a public garage at 16th and Hoff Street, two minutes away. Street parking is free after 6 PM.',
      'You can pay cash, with any credit card, or with Apple Pay. We do not take checks.',
      'Catering: a party tray of 8 pizzas costs $120 and feeds about 20 people. Please order 48 hours ahead; we ask for a deposit of half.',
      'Dogs are welcome on the patio. It has heaters and seats 24.',
    ],
  },
  {
    tryAsking: [
      'How much is a haircut for men?',
      'Do you do bridal makeup?',
      'Can I pay with UPI?',
    ],
    registration: {
      businessName: 'Kesari Hair Studio',
      whatsappNumber: 'whatsapp:+14155550150',
      ownerPhone: '+14155550152',
      timeZone: 'Asia/Kolkata',
    },
    settings: {
      defaultCountry: 'IN',
      defaultLanguage: 'en',
      openingHours:
        'Monday to Saturday 10 AM to 8:30 PM, Sunday 9 AM to 6 PM. Closed on the last Tuesday of each month.',
      contactPhone: '+14155550153',
    },
    knowledge: [
      'Haircuts: women ₹800, men ₹450, children under 10 ₹300. Wash and blow-dry are included for women; for men a wash is ₹100 more.',
      'Hair colour: global colour from ₹3,500, highlights from ₹4,500, root touch-up ₹1,800. We use ammonia-free colour; the exact price depends on the length.',
      'Keratin treatment costs ₹6,000 to ₹9,500 and takes about three hours. Please do not wash your hair for 72 hours afterwards.',
      'Hair spa ₹1,200 (45 minutes). Head massage with warm coconut oil ₹600 (30 minutes).',
      'Bridal makeup: ₹18,000 with hair and draping, trial ₹3,000 which is taken off the price. We also come to your venue within Bengaluru for ₹2,500 more.',
      'Mehendi by appointment: bridal both hands and feet from ₹7,000, guests ₹500 a hand.',
      'Threading: eyebrows ₹80, upper lip ₹50, full face ₹300. Facials from ₹1,500.',
      'Appointments: message us the service and the time you like. Walk-ins are welcome from Monday to Thursday; weekends are mostly full.',
      'If you cannot come, tell us at least 4 hours before. After two missed appointments we ask for ₹500 in advance.',
      'We are at 12th Main, Indiranagar, Bengaluru, above the Corner House ice cream shop. The nearest metro station is Indiranagar, 8 minutes on foot.',
      'Pay with UPI (GPay, PhonePe, Paytm), card or cash. Bills include 18 % GST.',
      'Our stylists are Meera (colour), Farhan (cuts for men and beards) and Lakshmi (bridal). You can ask for one by name.',
      'Beard trim ₹200, shave with hot towel ₹300, cut and beard together ₹600.',
      'Students get 15 % off from Monday to Thursday; please show your college ID.',
    ],
  },
  {
    tryAsking: [
      'What does a check-up cost?',
      'How much is an emergency visit?',
      'Do you see children?',
    ],
    registration: {
      businessName: 'Brightwell Dental',
      whatsappNumber: 'whatsapp:+447700900140',
      smsNumber: '+447700900141',
      ownerPhone: '+447700900142',
      timeZone: 'Europe/London',
    },
    settings: {
      defaultCountry: 'GB',
      defaultLanguage: 'en',
      openingHours:
        'Monday, Wednesday and Friday 8:30 to 17:30, Tuesday and Thursday 8:30 to 20:00, Saturday 9:00 to 13:00. Closed on Sundays and bank holidays.',
      contactPhone: '+442079460140',
    },
    knowledge: [
      'A check-up for a new patient costs £65 with X-rays and takes 40 minutes. For patients of ours it is £48.',
      'Hygienist: scale and polish £72 (30 minutes). You can see the hygienist without seeing a dentist first.',
      'White fillings cost £110 to £180, depending on the size. Root canal treatment costs £380 for a front tooth and £620 for a molar.',
      'Porcelain crowns cost £650. They need two visits, two weeks apart.',
      'Tooth whitening at home: £320 with made-to-measure trays and gel for three weeks.',
      'Toothache and other emergencies: we keep two appointments free every day, at 8:30 and 14:00. Call as early as you can; an emergency visit is £85, treatment is extra.',
      'With a knocked-out tooth, put it in milk and call at once. With heavy swelling or trouble breathing go to A&E or call 999.',
      'Children under 18 are seen from the first tooth on. Their check-ups are £25, and free while a parent is on our Care Plan.',
      'Care Plan: £19.50 a month covers two check-ups, two hygienist visits and 15 % off treatment.',
      'We are a private practice and take no new NHS patients. With Bupa and Denplan we can settle directly.',
      'Please cancel at least 24 hours before; for a missed appointment we charge £40.',
      'Nervous patients: tell us. Dr. Amara Osei offers sedation, £180 an hour, and you need somebody to take you home.',
      'We are at 21 Larch Road, two minutes from Clapham Common station. There is a ramp, and a lift to the first floor.',
      'Straightening with clear aligners starts at £1,950. The first consultation is free and takes half an hour.',
    ],
  },
];
