// The room is the largest part of the application: it is fetched when somebody is about to enter one.
export const loadRoom = () => import('../room/RoomPage.tsx');
